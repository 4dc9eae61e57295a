"""The parts of SARIF 2.1.0 that `wawla check --format sarif` writes, as JSON Schema (draft 2020-12).

Written from the OASIS Standard "Static Analysis Results Interchange Format (SARIF) Version 2.1.0 Plus Errata 01"
(28 August 2023); the section of each object stands beside it. `additionalProperties: false` makes it narrower than the
standard: whatever we begin to write has to be looked up and added here. No package carries the official schema.
"""

MESSAGE = {  # 3.11 message
    "type": "object",
    "required": ["text"],
    "additionalProperties": False,
    "properties": {"text": {"type": "string", "minLength": 1}},  # 3.11.8
}
MULTIFORMAT = MESSAGE  # 3.12 multiformatMessageString: 3.12.3, text is needed
LEVEL = {"enum": ["none", "note", "warning", "error"]}  # 3.27.10, 3.50.3
ONE_OR_MORE = {"type": "integer", "minimum": 1}
REGION = {  # 3.30 region
    "type": "object",
    "required": ["startLine"],
    "additionalProperties": False,
    "properties": {"startLine": ONE_OR_MORE, "startColumn": ONE_OR_MORE, "endColumn": ONE_OR_MORE},  # 3.30.5, .6, .8
}
LOCATION = {  # 3.28 location
    "type": "object",
    "required": ["physicalLocation"],
    "additionalProperties": False,
    "properties": {
        "physicalLocation": {  # 3.29
            "type": "object",
            "required": ["artifactLocation"],
            "additionalProperties": False,
            "properties": {
                "artifactLocation": {  # 3.4; 3.4.3: a URI reference of RFC 3986, so of these signs alone
                    "type": "object",
                    "required": ["uri"],
                    "additionalProperties": False,
                    "properties": {"uri": {"type": "string", "pattern": r"^[A-Za-z0-9._~!$&'()*+,;=:@/%-]+$"}},
                },
                "region": REGION,
            },
        }
    },
}
RULE = {  # 3.49 reportingDescriptor
    "type": "object",
    "required": ["id"],
    "additionalProperties": False,
    "properties": {
        "id": {"type": "string"},  # 3.49.3
        "name": {"type": "string"},  # 3.49.7
        "shortDescription": MULTIFORMAT,
        "fullDescription": MULTIFORMAT,
        "help": MULTIFORMAT,  # 3.49.9, .10, .13
        "defaultConfiguration": {  # 3.49.14, 3.50 reportingConfiguration
            "type": "object",
            "additionalProperties": False,
            "properties": {"level": LEVEL},
        },
    },
}
RESULT = {  # 3.27 result
    "type": "object",
    "required": ["message"],
    "additionalProperties": False,
    "properties": {
        "ruleId": {"type": "string"},  # 3.27.5
        "level": LEVEL,
        "message": MESSAGE,  # 3.27.10, 3.27.11
        "locations": {"type": "array", "items": LOCATION},  # 3.27.12
    },
}
RUN = {  # 3.14 run
    "type": "object",
    "required": ["tool", "results"],
    "additionalProperties": False,
    "properties": {
        "tool": {  # 3.18
            "type": "object",
            "required": ["driver"],
            "additionalProperties": False,
            "properties": {
                "driver": {  # 3.19 toolComponent
                    "type": "object",
                    "required": ["name"],
                    "additionalProperties": False,
                    "properties": {
                        "name": {"type": "string"},  # 3.19.8
                        "informationUri": {"type": "string", "pattern": "^https?://"},  # 3.19.17: absolute
                        "rules": {"type": "array", "items": RULE, "uniqueItems": True},  # 3.19.23
                    },
                }
            },
        },
        "columnKind": {"enum": ["utf16CodeUnits", "unicodeCodePoints"]},  # 3.14.17
        "results": {"type": "array", "items": RESULT},  # 3.14.23
    },
}
SARIF = {  # 3.13 sarifLog
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "type": "object",
    "required": ["version", "runs"],
    "additionalProperties": False,
    "properties": {
        "$schema": {"type": "string", "pattern": "/sarif-schema-2\\.1\\.0\\.json$"},  # 3.13.3
        "version": {"const": "2.1.0"},  # 3.13.2
        "runs": {"type": "array", "items": RUN},  # 3.13.4
    },
}
