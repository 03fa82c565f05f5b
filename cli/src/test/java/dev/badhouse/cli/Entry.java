package dev.badhouse.cli;

/** What nothing may point back to. */
public interface Entry {}
