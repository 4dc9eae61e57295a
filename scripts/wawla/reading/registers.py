"""Registers: the files that hold one thing or a list of them, as instances of their models."""

from __future__ import annotations

from wawla.model import Located, Printing
from wawla.model.faults import fault
from wawla.model.findings import Finding, Place
from wawla.reading.paths import ADDRESS, INITIATIVES, NETWORKS, SOURCES
from wawla.reading.shaping import validate_fields
from wawla.reading.stages import ParsedEntries
from wawla.reading.yaml_values import Values


def read_single(path: str, model: type[Located], values: Values, parsed: ParsedEntries) -> dict[str, Located]:
    """The single part that a file holds, under ''; nothing where it does not fit."""
    if isinstance(values.data, tuple):
        parsed.raw.findings.append(fault("YML009", Place(path), f"{path} holds a list where fields are needed"))
    if isinstance(values.data, dict):
        part, misshapen = validate_fields(model, values.data, values.places, values.keys)
        parsed.raw.findings += unsaid_findings(misshapen, values.faults)
        if part is not None:
            return {"": part}
    parsed.unreadable_paths.add(path)
    return {}


def read_entries(path: str, model: type[Located], values: Values, parsed: ParsedEntries) -> dict[str, Located]:
    """The entries of a register by key, or by number where it is a list. A broken entry hides no other."""
    is_list = path == INITIATIVES or model is Printing
    if isinstance(values.data, dict if is_list else tuple):
        held, needed = ("names", "a list is") if is_list else ("a list", "names are")
        hint = "begin each entry with a hyphen" if is_list else ""
        message = f"{path} holds {held} where {needed} needed"
        parsed.raw.findings.append(fault("YML009", Place(path), message, hint))
        values.data = None
    items = values.data.items() if isinstance(values.data, dict) else enumerate(values.data or ())
    found: dict[str, Located] = {}
    for key, item in items:
        if path in (NETWORKS, SOURCES) and not ADDRESS.fullmatch(str(key)):
            message = f"the key '{str(key)[:60]}' cannot be used in an address"
            hint = "use small letters, figures and hyphens, as in hartlepool"
            parsed.raw.findings.append(fault("SCH005", values.keys.get((key,), Place(path)), message, hint))
            parsed.unreadable_paths.add(path)
            continue
        part, misshapen = validate_fields(model, item, values.places, values.keys, (key,))
        if part is not None:
            found[str(key)] = part
        else:
            parsed.raw.findings += unsaid_findings(misshapen, values.faults)
            parsed.unreadable_paths.add(path)
    if values.data is None:
        parsed.unreadable_paths.add(path)
    return found


def unsaid_findings(findings: list[Finding], said: list[Finding] | tuple[Finding, ...]) -> list[Finding]:
    """Findings of the schema, without those in a line where YAML itself is already at fault.

    Of a value that is still to be filled in nothing more is said, but that its field is misspelt.
    """
    lines = {finding.place.line for finding in said}
    unfilled = {finding.place.line for finding in said if finding.code == "SCH010"}
    return [
        finding
        for finding in findings
        if finding.place.line not in lines or (finding.code == "SCH001" and finding.place.line in unfilled)
    ]
