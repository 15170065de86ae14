namespace WhatsApp.Emulator;

/// <summary>What the browser hands over at the end of Embedded Signup: used once, within 30 seconds.</summary>
internal sealed record SignupCode(EmulatedApp App, IReadOnlyList<EmulatedWaba> Wabas, IReadOnlyList<string> Scopes, DateTimeOffset ExpiresAt);
