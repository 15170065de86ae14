using System.Text.Json;

namespace WhatsApp.Client;

/// <summary>What a tap in a flow does. Values of a payload are texts, mostly expressions such as <c>${form.name}</c>.</summary>
public abstract record FlowClick
{
    private FlowClick()
    {
    }

    /// <summary>What is handed on, by name.</summary>
    public IReadOnlyDictionary<string, string> Payload { get; init; } = new Dictionary<string, string>();

    private protected abstract string Name { get; }

    /// <summary>Shows another screen, which is given the payload.</summary>
    /// <param name="Screen">Its id.</param>
    public sealed record Navigate(string Screen) : FlowClick
    {
        private protected override string Name => "navigate";
    }

    /// <summary>Ends the flow; the payload comes back as the answer. Only on a terminal screen.</summary>
    public sealed record Complete : FlowClick
    {
        private protected override string Name => "complete";
    }

    /// <summary>Asks the endpoint what comes next, with the payload.</summary>
    public sealed record DataExchange : FlowClick
    {
        private protected override string Name => "data_exchange";
    }

    /// <summary>Changes the data of the screen.</summary>
    public sealed record UpdateData : FlowClick
    {
        private protected override string Name => "update_data";
    }

    /// <summary>Opens an address; only of a link or an opt-in.</summary>
    /// <param name="Url">The address.</param>
    public sealed record OpenUrl(string Url) : FlowClick
    {
        private protected override string Name => "open_url";
    }

    /// <summary>The kind only.</summary>
    public sealed override string ToString() => $"FlowClick.{GetType().Name}";

    internal void Check(MessageChecks checks, MessagePath path, FlowScope flow)
    {
        switch (this)
        {
            case Navigate navigate when !flow.Has(navigate.Screen) || navigate.Screen == flow.Screen.Id:
                checks.Add($"{path}.next.name", MessageFaultKind.NotAllowed);
                break;
            case Complete when !flow.Screen.IsTerminal:
                checks.Add($"{path}.name", MessageFaultKind.NotAllowed);
                break;
            case DataExchange when !flow.HasEndpoint:
                checks.Add($"{path}.name", MessageFaultKind.NotAllowed);
                break;
            case OpenUrl open:
                if (open.Url?.Contains("${", StringComparison.Ordinal) != true)
                    checks.WebAddress($"{path}.url", open.Url);
                break;
        }

        foreach (var (name, value) in Payload)
            flow.References(checks, $"{path}.payload.{name}", value);
    }

    internal void Write(Utf8JsonWriter writer, ReadOnlySpan<byte> member)
    {
        writer.WriteStartObject(member);
        writer.WriteText("name"u8, Name);
        if (this is Navigate navigate)
        {
            writer.WriteStartObject("next"u8);
            writer.WriteString("type"u8, "screen"u8);
            writer.WriteText("name"u8, navigate.Screen);
            writer.WriteEndObject();
        }

        if (this is OpenUrl open)
        {
            writer.WriteText("url"u8, open.Url);
        }
        else
        {
            writer.WriteStartObject("payload"u8);
            foreach (var (name, value) in Payload)
                writer.WriteString(name, value);
            writer.WriteEndObject();
        }

        writer.WriteEndObject();
    }
}
