namespace Shopify.Emulator.Journal;

/// <summary>Something that happened in the emulator. Holds no tokens, bodies, query strings or personal data.</summary>
/// <param name="At">When it happened, on the emulator's clock.</param>
/// <param name="Shop">Domain of the shop; empty when no shop was found.</param>
public abstract record JournalEntry(DateTimeOffset At, string Shop);
