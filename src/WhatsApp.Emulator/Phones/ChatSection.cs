namespace WhatsApp.Emulator;

/// <summary>A section of a list.</summary>
/// <param name="Title">The heading, or null.</param>
/// <param name="Rows">The rows, one of which can be picked.</param>
public sealed record ChatSection(string? Title, IReadOnlyList<ChatRow> Rows);
