using System.Text.Json;

namespace WhatsApp.Client;

/// <summary>
/// What a conversation offers before anything was written: ice breakers to tap and commands to choose. A tapped one comes as an ordinary text.
/// See <see href="https://developers.facebook.com/docs/whatsapp/cloud-api/phone-numbers/conversational-components">conversational components</see>.
/// </summary>
public sealed record ConversationalAutomation
{
    /// <summary>Ice breakers: at most four (one of the platform's pages says three), each 1 to 80 characters without emoji.</summary>
    public IReadOnlyList<string> Prompts { get; init; } = [];

    /// <summary>At most 30.</summary>
    public IReadOnlyList<BotCommand> Commands { get; init; } = [];

    /// <summary>Every limit it breaks; empty when it may be set.</summary>
    public IReadOnlyList<MessageFault> Validate()
    {
        List<MessageFault>? faults = null;
        var checks = new MessageChecks(ref faults);
        checks.Count("prompts", Prompts.Count, 0, 4);
        for (var i = 0; i < Prompts.Count; i++)
        {
            checks.Required($"prompts[{i}]", Prompts[i], 80);
            if (Emoji.IsIn(Prompts[i] ?? ""))
                checks.Add($"prompts[{i}]", MessageFaultKind.NotAllowed);
        }

        checks.Count("commands", Commands.Count, 0, 30);
        for (var i = 0; i < Commands.Count; i++)
        {
            checks.Required($"commands[{i}].command_name", Commands[i]?.Name, 32);
            checks.Required($"commands[{i}].command_description", Commands[i]?.Description, 256);
        }

        return faults ?? (IReadOnlyList<MessageFault>)[];
    }

    internal static ConversationalAutomation Read(JsonElement node) => new()
    {
        Prompts = node.Texts("prompts"),
        Commands = [.. node.Items("commands").Select(static one => new BotCommand(one.Text("command_name") ?? "", one.Text("command_description") ?? ""))],
    };

    internal void Write(Utf8JsonWriter writer)
    {
        writer.WriteTexts("prompts"u8, Prompts);
        writer.WriteStartArray("commands"u8);
        foreach (var command in Commands)
        {
            writer.WriteStartObject();
            writer.WriteText("command_name"u8, command.Name);
            writer.WriteText("command_description"u8, command.Description);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }
}
