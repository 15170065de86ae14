using System.Text.Json;

namespace WhatsApp.Client;

/// <summary>A WhatsApp Flow as the platform has it. Texts are open sets.</summary>
public sealed record FlowInfo
{
    internal const string Fields = "id,name,status,categories,validation_errors,json_version,data_api_version,endpoint_uri";

    /// <summary>Its id.</summary>
    public required FlowId Id { get; init; }

    /// <summary>Its name.</summary>
    public string? Name { get; init; }

    /// <summary><c>DRAFT</c>, <c>PUBLISHED</c>, <c>DEPRECATED</c>, <c>BLOCKED</c> or <c>THROTTLED</c>.</summary>
    public string? Status { get; init; }

    /// <summary>What it is for, such as <c>APPOINTMENT_BOOKING</c>.</summary>
    public IReadOnlyList<string> Categories { get; init; } = [];

    /// <summary>The version of its JSON, such as <c>7.3</c>.</summary>
    public string? JsonVersion { get; init; }

    /// <summary>The version of its data exchange, such as <c>3.0</c>.</summary>
    public string? DataApiVersion { get; init; }

    /// <summary>Where its data comes from; null when it has no endpoint.</summary>
    public Uri? EndpointUri { get; init; }

    /// <summary>What is wrong with its JSON; empty when nothing is.</summary>
    public IReadOnlyList<FlowValidationError> ValidationErrors { get; init; } = [];

    /// <summary>The id and the status.</summary>
    public override string ToString() => $"FlowInfo({Id}, {Status})";

    internal static FlowInfo? Read(JsonElement node) => node.Text("id") is not { Length: > 0 } id
        ? null
        : new FlowInfo
        {
            Id = new FlowId(id),
            Name = node.Text("name"),
            Status = node.Text("status"),
            Categories = node.Texts("categories"),
            JsonVersion = node.Text("json_version"),
            DataApiVersion = node.Text("data_api_version"),
            EndpointUri = node.Address("endpoint_uri"),
            ValidationErrors = FlowValidationError.ReadAll(node),
        };
}
