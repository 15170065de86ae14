using System.Text.Json.Nodes;

namespace WhatsApp.Emulator;

/// <summary>A template as it was submitted, checked.</summary>
internal sealed record TemplateDraft(string Name, string Language, string Category, bool IsNamed, JsonArray Components, int? SendTtlSeconds);
