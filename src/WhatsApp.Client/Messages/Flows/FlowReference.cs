using System.Text.Json;

namespace WhatsApp.Client;

/// <summary>Which flow a <see cref="FlowMessage"/> opens. Exactly one of the two.</summary>
public abstract record FlowReference
{
    private FlowReference()
    {
    }

    /// <summary>The flow with this id.</summary>
    /// <param name="FlowId">The id the platform gave it.</param>
    public sealed record ById(string FlowId) : FlowReference;

    /// <summary>The flow with this name. A flow that is renamed is no longer found.</summary>
    /// <param name="FlowName">The name it was created with.</param>
    public sealed record ByName(string FlowName) : FlowReference;

    /// <summary>The kind only.</summary>
    public sealed override string ToString() => $"FlowReference.{GetType().Name}";

    internal static void Check(MessageChecks checks, MessagePath path, FlowReference? flow)
    {
        if (flow is ByName byName)
            checks.Required($"{path}.flow_name", byName.FlowName, int.MaxValue);
        else
            checks.Required($"{path}.flow_id", (flow as ById)?.FlowId, int.MaxValue);
    }

    internal void WriteMember(Utf8JsonWriter writer)
    {
        if (this is ByName byName)
            writer.WriteText("flow_name"u8, byName.FlowName);
        else
            writer.WriteText("flow_id"u8, ((ById)this).FlowId);
    }
}
