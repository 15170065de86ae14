namespace ShopBot.Engine.Storage.Transfer;

/// <summary>What was moved.</summary>
/// <param name="Rows">How many rows of each table, checked one by one against the other side.</param>
/// <param name="Stores">How many stores.</param>
/// <param name="InUse">Stores that were there already and have been at work since, so that they were left as they are; always 0 for an export.</param>
public sealed record TransferReport(IReadOnlyDictionary<string, long> Rows, int Stores, int InUse);
