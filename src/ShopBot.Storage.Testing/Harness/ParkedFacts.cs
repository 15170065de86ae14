namespace ShopBot.Storage.Testing;

/// <summary>A dead letter as it is stored.</summary>
public sealed record ParkedFacts(string EventKey, string Cause, int Attempts);
