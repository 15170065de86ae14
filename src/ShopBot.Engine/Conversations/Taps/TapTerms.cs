namespace ShopBot.Engine.Conversations;

/// <summary>What a tap's route asks of its buttons.</summary>
internal sealed class TapTerms
{
    public static readonly TapTerms None = new();

    public bool Signed { get; set; }

    public TimeSpan? Lifetime { get; set; }

    /// <summary>The oldest version of the flow whose buttons still mean the same; null for the current one only.</summary>
    public int? Since { get; set; }

    /// <summary>What it does, told to an assistant; null when an assistant may not use it.</summary>
    public string? Tool { get; set; }
}
