namespace WhatsApp.Emulator;

/// <summary>A button that opens a web page; the business does not hear of taps on it.</summary>
/// <param name="Title">What the person reads.</param>
/// <param name="Url">The page.</param>
public sealed record ChatLink(string Title, string Url);
