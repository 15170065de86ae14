namespace WhatsApp.Emulator;

/// <summary>A row of a list.</summary>
/// <param name="Id">Goes back to the business when picked.</param>
/// <param name="Title">What the person reads.</param>
/// <param name="Description">The smaller line below, or null.</param>
public sealed record ChatRow(string Id, string Title, string? Description);
