namespace ShopBot.LoadTest.Journeys;

/// <summary>One thing a customer says or taps, and what must come of it.</summary>
internal sealed class Act
{
    public required Conversation Customer { get; init; }
    public required Step Step { get; init; }

    /// <summary>What is written; null for a tap.</summary>
    public string? Text { get; init; }

    /// <summary>The tapped message and choice.</summary>
    public (string MessageId, string ChoiceId)? Tap { get; init; }

    /// <summary>A piece of the only right answer.</summary>
    public required string Wanted { get; init; }

    /// <summary>When it was due, by the stopwatch: a late start counts as waiting.</summary>
    public long DueAt { get; set; }
}
