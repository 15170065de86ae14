namespace WhatsApp.Client;

/// <summary>A command people choose by typing a slash; it comes as the text <c>/name</c>.</summary>
/// <param name="Name">1 to 32 characters, without the slash.</param>
/// <param name="Description">1 to 256 characters.</param>
public sealed record BotCommand(string Name, string Description);
