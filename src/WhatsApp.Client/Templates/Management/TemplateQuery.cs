namespace WhatsApp.Client;

/// <summary>Which templates to list; every member that is null leaves it open.</summary>
public sealed record TemplateQuery
{
    /// <summary>Only those whose name this is part of.</summary>
    public string? Name { get; init; }

    /// <summary>Only those in this language.</summary>
    public string? Language { get; init; }

    /// <summary>Only those that stand so.</summary>
    public TemplateStatus? Status { get; init; }

    /// <summary>Only those for this.</summary>
    public TemplateCategory? Category { get; init; }

    /// <summary>How many to read at a time, 1 to 100. Default 100.</summary>
    public int PageSize { get; init; } = 100;

    internal string Text =>
        $"fields={MessageTemplate.Fields}&limit={Math.Clamp(PageSize, 1, 100)}"
        + Part("name", Name) + Part("language", Language) + Part("status", Status?.Value) + Part("category", Category?.Value);

    private static string Part(string name, string? value) => value is null ? "" : $"&{name}={Uri.EscapeDataString(value)}";
}
