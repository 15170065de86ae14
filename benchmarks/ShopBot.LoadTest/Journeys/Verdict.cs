namespace ShopBot.LoadTest.Journeys;

/// <summary>What one reply is.</summary>
internal enum Verdict
{
    /// <summary>The answer to the oldest open message.</summary>
    Right,

    /// <summary>An answer to a later message than the oldest open one.</summary>
    OutOfOrder,

    /// <summary>Nobody asked, or it was answered before.</summary>
    Doubled,

    /// <summary>It carries another store's mark.</summary>
    WrongStore,

    /// <summary>The right kind of answer that shows a lost or a doubled effect.</summary>
    WrongEffect,

    /// <summary>The bot gave up on a message and said so, as it does while what it needs is down.</summary>
    Apology,

    /// <summary>Something else, such as an answer that says that the shop cannot be reached.</summary>
    Unexpected,
}
