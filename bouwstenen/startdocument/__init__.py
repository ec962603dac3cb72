"""The startdocument: the answers of a wijkteam as a document for the council."""
