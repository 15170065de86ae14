namespace ShopBot.Engine.Hosting;

/// <summary>What hosts shout to each other.</summary>
internal static class BusTopics
{
    /// <summary>Work waits that this host cannot take.</summary>
    public const string Work = "work";
}
