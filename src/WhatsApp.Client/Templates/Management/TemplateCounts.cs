namespace WhatsApp.Client;

/// <summary>How many templates an account has.</summary>
/// <param name="Templates">Templates, each language counted; null when the platform did not say.</param>
/// <param name="Limit">How many it may have: 250 while the business is not verified, up to 6,000 afterwards; null when the platform did not say.</param>
public sealed record TemplateCounts(int? Templates, int? Limit);
