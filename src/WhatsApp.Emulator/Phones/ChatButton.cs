namespace WhatsApp.Emulator;

/// <summary>A reply button.</summary>
/// <param name="Id">Goes back to the business when tapped.</param>
/// <param name="Title">What the person reads.</param>
public sealed record ChatButton(string Id, string Title);
