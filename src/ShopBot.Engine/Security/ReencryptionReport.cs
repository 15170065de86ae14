namespace ShopBot.Engine.Security;

/// <summary>What a new data key meant for a store.</summary>
/// <param name="Values">Values that were encrypted anew; those that hosts wrote meanwhile are not counted.</param>
/// <param name="Unreadable">Values that neither key opens, because they were damaged before; they were left as they are.</param>
public sealed record ReencryptionReport(long Values, long Unreadable);
