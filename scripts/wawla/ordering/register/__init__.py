"""The register of orders: a database on the desk's machine that loses nothing."""
