"""Personal data in a text: what must not be published, whichever field, table, name or picture it stands in.

The detectors look for signs: an age after a name, a word before a number. A sign that is sure makes an error, and one
that is not makes a question. `tests/model/personal_data` holds the sentences by which they are measured.
"""

from wawla.model.personal_data.find import DataKind, PersonalData, personal_data

__all__ = ["DataKind", "PersonalData", "personal_data"]
