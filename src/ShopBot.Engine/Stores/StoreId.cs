namespace ShopBot.Engine.Stores;

/// <summary>Names one tenant: a Shopify store that installed the bot. Every stored key starts with it.</summary>
/// <param name="Value">The identifier; version 7, so that rows of one time lie together.</param>
public readonly record struct StoreId(Guid Value)
{
    /// <summary>Makes a new id whose time part is <paramref name="now"/>.</summary>
    public static StoreId New(DateTimeOffset now) => new(Guid.CreateVersion7(now));

    /// <inheritdoc />
    public override string ToString() => Value.ToString("N");
}
