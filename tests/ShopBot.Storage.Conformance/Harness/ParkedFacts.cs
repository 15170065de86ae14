namespace ShopBot.Storage.Conformance;

/// <summary>A dead letter as it is stored.</summary>
public sealed record ParkedFacts(string EventKey, string Cause, int Attempts);
