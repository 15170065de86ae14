namespace WhatsApp.Emulator;

/// <summary>A link by which people opt in to marketing messages of an account.</summary>
internal sealed record SignupLink(string Id, string SignupMessage, string ConfirmationMessage, string PrivacyPolicyUrl);
