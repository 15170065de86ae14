using System.Text.Json.Nodes;

namespace WhatsApp.Emulator;

/// <summary>A template as the API shows it.</summary>
internal static class TemplateNode
{
    public static readonly string[] DefaultFields = ["name", "parameter_format", "components", "language", "status", "category", "id", "sub_category", "previous_category", "rejected_reason", "message_send_ttl_seconds"];

    public static JsonObject Of(GraphRequest request, EmulatedTemplate template) => FieldSelection.Pick(request, Describe(template), "MessageTemplate", DefaultFields);

    private static JsonObject Describe(EmulatedTemplate template) => new()
    {
        ["id"] = template.Id,
        ["name"] = template.Name,
        ["parameter_format"] = template.IsNamed ? "NAMED" : "POSITIONAL",
        ["components"] = template.Components.DeepClone(),
        ["language"] = template.Language,
        ["status"] = template.Status,
        ["category"] = template.Category,
        ["sub_category"] = null,
        ["previous_category"] = template.PreviousCategory,
        ["correct_category"] = null,
        ["rejected_reason"] = template.RejectedReason ?? "NONE",
        ["quality_score"] = new JsonObject { ["score"] = template.QualityScore, ["date"] = 1_790_000_000 },
        ["message_send_ttl_seconds"] = template.SendTtlSeconds,
        ["library_template_name"] = null,
        ["health_status"] = HealthNode.Of(template),
    };
}
