namespace WhatsApp.Client;

/// <summary>One thing that limits or blocks sending, such as a missing payment method, in the platform's own words.</summary>
/// <param name="Code">The platform's number for it; null when it gave none.</param>
/// <param name="Description">What is wrong.</param>
/// <param name="PossibleSolution">What to do about it.</param>
public sealed record HealthError(int? Code, string? Description, string? PossibleSolution);
