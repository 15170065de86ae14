namespace WhatsApp.Client;

/// <summary>One thing a set-up check found. Holds no secret and no phone number, so it may be shown and logged.</summary>
/// <param name="Code">What it is, for programs and translations.</param>
/// <param name="Severity">How much it matters.</param>
/// <param name="Message">What is wrong, in plain words.</param>
/// <param name="Advice">What to do about it, in plain words.</param>
public sealed record SetupFinding(SetupFindingCode Code, SetupSeverity Severity, string Message, string Advice);
