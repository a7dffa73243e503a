"""Beantwoorden: the desk where bundles and inputs get their answer."""
