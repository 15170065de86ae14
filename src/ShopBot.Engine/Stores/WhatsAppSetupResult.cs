namespace ShopBot.Engine.Stores;

/// <summary>What became of the owner's settings.</summary>
/// <param name="Saved">False: nothing was changed.</param>
/// <param name="Faults">Why it was refused, by form field.</param>
/// <param name="Warnings">What was saved but does not work yet, in plain words.</param>
public sealed record WhatsAppSetupResult(bool Saved, IReadOnlyList<SetupFault> Faults, IReadOnlyList<string> Warnings);

/// <summary>One reason for refusing a setting.</summary>
/// <param name="Setting">The name of the <see cref="WhatsAppSettings"/> property.</param>
/// <param name="Message">What is wrong and what to do.</param>
public sealed record SetupFault(string Setting, string Message);
