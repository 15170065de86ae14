namespace ShopBot.Engine.Conversations;

/// <summary>What the engine itself says. Each may be replaced through the bot's catalogue under the key <c>ShopBot.</c> and its name.</summary>
internal enum EngineText
{
    OptedOut,
    OptedIn,
    Restarted,
    Cancelled,
    GaveUp,
    NothingToChoose,
    Choose,
    More,
}
