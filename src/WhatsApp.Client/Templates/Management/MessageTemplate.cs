using System.Text.Json;

namespace WhatsApp.Client;

/// <summary>A template as the platform has it. Texts are open sets: new values may appear.</summary>
public sealed record MessageTemplate
{
    internal const string Fields =
        "id,name,language,status,category,sub_category,parameter_format,components,quality_score,rejected_reason,previous_category,message_send_ttl_seconds";

    /// <summary>Its id.</summary>
    public required TemplateId Id { get; init; }

    /// <summary>Its name; several languages share it.</summary>
    public required string Name { get; init; }

    /// <summary>The language, such as <c>de</c> or <c>en_US</c>.</summary>
    public required string Language { get; init; }

    /// <summary>Where it stands.</summary>
    public required TemplateStatus Status { get; init; }

    /// <summary>What it is for and priced as.</summary>
    public required TemplateCategory Category { get; init; }

    /// <summary>What it is for in more detail; null when absent.</summary>
    public string? SubCategory { get; init; }

    /// <summary><c>NAMED</c> or <c>POSITIONAL</c>; null when absent.</summary>
    public string? ParameterFormat { get; init; }

    /// <summary><c>GREEN</c>, <c>YELLOW</c>, <c>RED</c> or <c>UNKNOWN</c>; null when absent.</summary>
    public string? QualityScore { get; init; }

    /// <summary>Why it was refused, <c>NONE</c> when it was not; null when absent.</summary>
    public string? RejectedReason { get; init; }

    /// <summary>The category before the platform changed it; null when it did not.</summary>
    public TemplateCategory? PreviousCategory { get; init; }

    /// <summary>How long the platform tries to deliver; null for its default.</summary>
    public TimeSpan? MessageSendTtl { get; init; }

    /// <summary>The components as a UTF-8 JSON array; empty when they were not read.</summary>
    public ReadOnlyMemory<byte> Components { get; init; }

    /// <summary>The name, the language and the status.</summary>
    public override string ToString() => $"MessageTemplate({Name}, {Language}, {Status})";

    /// <summary>Null when the node has no id.</summary>
    internal static MessageTemplate? Read(JsonElement node) => node.Text("id") is not { Length: > 0 } id
        ? null
        : new MessageTemplate
        {
            Id = new TemplateId(id),
            Name = node.Text("name") ?? "",
            Language = node.Text("language") ?? "",
            Status = new TemplateStatus(node.Text("status") ?? ""),
            Category = new TemplateCategory(node.Text("category") ?? ""),
            SubCategory = node.Text("sub_category"),
            ParameterFormat = node.Text("parameter_format"),
            QualityScore = node.Member("quality_score").Text("score"),
            RejectedReason = node.Text("rejected_reason"),
            PreviousCategory = node.Text("previous_category") is { } previous ? new TemplateCategory(previous) : null,
            MessageSendTtl = node.LongNumber("message_send_ttl_seconds") is > 0 and var seconds ? TimeSpan.FromSeconds(seconds) : null,
            Components = node.Member("components") is { ValueKind: JsonValueKind.Array } components ? JsonBytes.Of(components) : default,
        };
}
