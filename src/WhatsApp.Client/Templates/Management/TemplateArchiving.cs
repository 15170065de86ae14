namespace WhatsApp.Client;

/// <summary>Which templates were put away or taken out again, and which were not.</summary>
/// <param name="Done">Those that were.</param>
/// <param name="Failed">Those that were not.</param>
public sealed record TemplateArchiving(IReadOnlyList<TemplateId> Done, IReadOnlyList<TemplateId> Failed);
