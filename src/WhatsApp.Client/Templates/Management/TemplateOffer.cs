namespace WhatsApp.Client;

/// <summary>A limited-time offer; the template then has a button to copy the code and a link. WhatsApp Web and desktop do not show it.</summary>
/// <param name="Text">1 to 16 characters.</param>
/// <param name="HasExpiration">Whether the time left is shown.</param>
public sealed record TemplateOffer(string Text, bool HasExpiration = true);
