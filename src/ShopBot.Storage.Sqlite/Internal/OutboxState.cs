namespace ShopBot.Storage.Sqlite.Internal;

/// <summary>Where an outbox row stands. The first three hold up the later rows of their lane.</summary>
internal enum OutboxState
{
    Pending = 0,
    Sending = 1,
    Unknown = 2,
    Sent = 3,
    Rejected = 4,
    Uncertain = 5,
}
