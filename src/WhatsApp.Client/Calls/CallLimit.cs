namespace WhatsApp.Client;

/// <summary>How often something may be done.</summary>
/// <param name="Period">In which time, as an ISO 8601 duration such as <c>PT24H</c>.</param>
/// <param name="MaxAllowed">How often in that time.</param>
/// <param name="CurrentUsage">How often it was done.</param>
public sealed record CallLimit(string Period, int MaxAllowed, int CurrentUsage);
