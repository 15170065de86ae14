using System.Text.Json;

namespace WhatsApp.Client;

/// <summary>A template of the platform's library: written and approved by it, to be made one's own by name.</summary>
public sealed record LibraryTemplate
{
    /// <summary>Its name, for <see cref="LibraryTemplateUse"/>.</summary>
    public required string Name { get; init; }

    /// <summary>Its id; null when absent.</summary>
    public string? Id { get; init; }

    /// <summary>The language, such as <c>en_US</c>.</summary>
    public string? Language { get; init; }

    /// <summary>What it is for and priced as.</summary>
    public required TemplateCategory Category { get; init; }

    /// <summary>The subject; null when absent.</summary>
    public string? Topic { get; init; }

    /// <summary>The use; null when absent.</summary>
    public string? UseCase { get; init; }

    /// <summary>Lines of business.</summary>
    public IReadOnlyList<string> Industries { get; init; } = [];

    /// <summary>The header's text; null for none.</summary>
    public string? Header { get; init; }

    /// <summary>The body's text, with its variables.</summary>
    public string? Body { get; init; }

    /// <summary>An example for each variable of the body.</summary>
    public IReadOnlyList<string> BodyExamples { get; init; } = [];

    /// <summary>What each variable of the body takes, such as <c>TEXT</c>, <c>AMOUNT</c> or <c>DATE</c>: other contents are refused when it is sent.</summary>
    public IReadOnlyList<string> BodyParameterTypes { get; init; } = [];

    /// <summary>The buttons as a UTF-8 JSON array; empty for none.</summary>
    public ReadOnlyMemory<byte> Buttons { get; init; }

    /// <summary>The name and the language.</summary>
    public override string ToString() => $"LibraryTemplate({Name}, {Language})";

    internal static LibraryTemplate? Read(JsonElement node) => node.Text("name") is not { Length: > 0 } name
        ? null
        : new LibraryTemplate
        {
            Name = name,
            Id = node.Text("id"),
            Language = node.Text("language"),
            Category = new TemplateCategory(node.Text("category") ?? ""),
            Topic = node.Text("topic"),
            UseCase = node.Text("usecase"),
            Industries = node.Texts("industry"),
            Header = node.Text("header"),
            Body = node.Text("body"),
            BodyExamples = node.Texts("body_params"),
            BodyParameterTypes = node.Texts("body_param_types"),
            Buttons = JsonBytes.Of(node, "buttons"),
        };
}
