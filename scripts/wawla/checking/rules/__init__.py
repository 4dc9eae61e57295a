"""The rules, one to a file: `CODE_title.py` holds the class of that title. Found by walking this folder."""
