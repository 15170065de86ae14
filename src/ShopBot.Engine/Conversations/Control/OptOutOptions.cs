namespace ShopBot.Engine;

/// <summary>
/// Settings of opt-out. A message that is exactly one of the words, in the customer's language or English, ends everything the bot sends; one that contains it does not.
/// </summary>
public sealed class OptOutOptions
{
    /// <summary>Whether the engine does this. Default true; where it is off, the flow must do it.</summary>
    public bool Enabled { get; set; } = true;

    /// <summary>Further words to stop, beside the built-in ones such as STOP and UNSUBSCRIBE.</summary>
    public IList<string> StopWords { get; } = [];

    /// <summary>Further words to begin again, beside the built-in ones such as START.</summary>
    public IList<string> StartWords { get; } = [];
}
