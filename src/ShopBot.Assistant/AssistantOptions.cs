namespace ShopBot.Assistant;

/// <summary>Settings of the assistant. Validated at start.</summary>
public sealed class AssistantOptions
{
    /// <summary>What the model is told before the conversation; {0} is the store's name, {1} the customer's language.</summary>
    public string Instructions { get; set; } =
        "You help customers of {0} in a WhatsApp chat. Answer in the language {1}, in at most three short sentences. Use the tools to show and to do things: what they show, the customer sees. "
        + "Name only products, prices and facts that a tool's result contains. If you cannot help, say so.";

    /// <summary>How long one answer may take with all its tools; then the flow's <c>Otherwise</c> answers. 1 s to 5 min; default 15 s. Keep it under the turn's deadline.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>How often the model may be asked for one answer: each use of tools is followed by another. 1 to 20; default 4.</summary>
    public int MaxRounds { get; set; } = 4;

    /// <summary>How many lines of the conversation the model sees. 0 to 64; default 12.</summary>
    public int MaxHistoryLines { get; set; } = 12;

    /// <summary>How many characters those lines have together. 0 to 100,000; default 4,000.</summary>
    public int MaxHistoryCharacters { get; set; } = 4000;

    /// <summary>How many tokens one answer of the model may have. 16 to 32,000; default 400.</summary>
    public int MaxOutputTokens { get; set; } = 400;

    /// <summary>How many tokens a store may use per day (UTC) on this host, in and out; beyond it, <c>Otherwise</c> answers. From 0; default 200,000.</summary>
    public long TokensPerStoreAndDay { get; set; } = 200_000;
}
