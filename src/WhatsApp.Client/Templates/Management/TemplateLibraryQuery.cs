namespace WhatsApp.Client;

/// <summary>Which templates of the platform's library to list; every member that is null leaves it open.</summary>
public sealed record TemplateLibraryQuery
{
    /// <summary>Only those with this word in name or text.</summary>
    public string? Search { get; init; }

    /// <summary>Only the one of this name.</summary>
    public string? Name { get; init; }

    /// <summary>Only those in this language, such as <c>en_US</c>.</summary>
    public string? Language { get; init; }

    /// <summary>Only those on this subject, such as <c>ORDER_MANAGEMENT</c>.</summary>
    public string? Topic { get; init; }

    /// <summary>Only those for this use, such as <c>SHIPMENT_CONFIRMATION</c>.</summary>
    public string? UseCase { get; init; }

    /// <summary>Only those for this line of business, such as <c>E_COMMERCE</c>.</summary>
    public string? Industry { get; init; }

    internal string Text =>
        "limit=100" + Part("search", Search) + Part("name", Name) + Part("language", Language) + Part("topic", Topic) + Part("usecase", UseCase) + Part("industry", Industry);

    private static string Part(string name, string? value) => value is null ? "" : $"&{name}={Uri.EscapeDataString(value)}";
}
