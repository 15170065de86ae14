using System.Text.Json;

namespace WhatsApp.Client;

/// <summary>An item that leads on.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Title">1 to 30 characters.</param>
/// <param name="OnClick">Where it leads.</param>
public sealed record FlowNavigationItem(string Id, string Title, FlowClick OnClick)
{
    /// <summary>Below the title, at most 20 characters; null for nothing.</summary>
    public string? Description { get; init; }

    /// <summary>The id.</summary>
    public override string ToString() => $"FlowNavigationItem({Id})";

    internal void Check(MessageChecks checks, MessagePath path, FlowScope flow)
    {
        checks.Required($"{path}.id", Id, int.MaxValue);
        flow.Text(checks, $"{path}.main-content.title", Title, 30);
        flow.OptionalText(checks, $"{path}.main-content.description", Description, 20);
        if (OnClick is FlowClick.Navigate or FlowClick.DataExchange)
            OnClick.Check(checks, $"{path}.on-click-action", flow);
        else
            checks.Add($"{path}.on-click-action", OnClick is null ? MessageFaultKind.Missing : MessageFaultKind.NotAllowed);
    }

    internal void Write(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteText("id"u8, Id);
        writer.WriteStartObject("main-content"u8);
        writer.WriteText("title"u8, Title);
        writer.WriteOptionalText("description"u8, Description);
        writer.WriteEndObject();
        OnClick.Write(writer, "on-click-action"u8);
        writer.WriteEndObject();
    }
}
