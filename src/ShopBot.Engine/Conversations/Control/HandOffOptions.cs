namespace ShopBot.Engine;

/// <summary>Settings of hand-off to a person of the store.</summary>
public sealed class HandOffOptions
{
    /// <summary>How long customer and store must both be silent before the flow takes over again. One minute to 30 days; default 12 h.</summary>
    public TimeSpan Idle { get; set; } = TimeSpan.FromHours(12);
}
