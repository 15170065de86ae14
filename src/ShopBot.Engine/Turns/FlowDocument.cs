namespace ShopBot.Engine.Turns;

/// <summary>The stored part of one flow: which version wrote it, where the person is, and the flow's own state.</summary>
/// <param name="Flow">The flow's name.</param>
/// <param name="Version">The version that wrote it.</param>
/// <param name="Step">The step the person is in; null outside any.</param>
/// <param name="Data">The flow's state; JSON.</param>
public sealed record FlowDocument(string Flow, int Version, string? Step, ReadOnlyMemory<byte> Data)
{
    /// <summary>The question that waits for an answer; null when none does.</summary>
    public OpenQuestion? Question { get; init; }

    /// <inheritdoc />
    public override string ToString() => $"FlowDocument {{ Flow = {Flow}, Version = {Version}, Step = {Step} }}";
}

/// <summary>A question that was asked and not answered yet.</summary>
/// <param name="Name">The question, as the flow named it.</param>
/// <param name="Number">Counts the conversation's questions, so that a button of an earlier one is known as such.</param>
/// <param name="Tries">How many answers did not do.</param>
public sealed record OpenQuestion(string Name, int Number, int Tries);
