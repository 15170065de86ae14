using System.Text;
using WhatsApp.Client;

namespace ShopBot.Engine.Conversations;

/// <summary>A tap of the flow as something an assistant can do.</summary>
public sealed class FlowAction
{
    private readonly Func<string, Task?> _invoke;
    private readonly TurnContext _turn;

    internal FlowAction(string name, string description, string schema, TurnContext turn, Func<string, Task?> invoke)
    {
        Name = name;
        Description = description;
        Schema = schema;
        _invoke = invoke;
        _turn = turn;
    }

    /// <summary>The tap's name.</summary>
    public string Name { get; }

    /// <summary>What it does, in one sentence to the model.</summary>
    public string Description { get; }

    /// <summary>JSON schema of its payload.</summary>
    public string Schema { get; }

    /// <summary>Does what the button does, in this turn. Its replies go to the person as they are.</summary>
    /// <param name="arguments">The payload; JSON.</param>
    /// <param name="cancellationToken">Gives up before it begins; the action itself has the turn's own token.</param>
    /// <returns>What the person is shown, in words for the model: prices and names come from here only.</returns>
    public async Task<string> InvokeAsync(string arguments, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var before = _turn.Replies.Count;
        if (_invoke(arguments) is not { } done)
            return "Nothing was done: the arguments do not fit the schema.";
        await done.ConfigureAwait(false);
        var shown = new StringBuilder();
        foreach (var reply in _turn.Replies.Skip(before))
            Describe(shown, reply);
        return shown.Length == 0 ? "Done. Nothing is shown." : shown.ToString();
    }

    private static void Describe(StringBuilder shown, OutgoingMessage reply)
    {
        switch (reply)
        {
            case TextMessage text:
                shown.AppendLine(text.Body);
                break;
            case ReplyButtonsMessage buttons:
                shown.AppendLine(buttons.Body);
                foreach (var button in buttons.Buttons)
                    shown.Append("- ").Append(button.Title).Append(" (").Append(button.Id).AppendLine(")");
                break;
            case ListMessage list:
                shown.AppendLine(list.Body);
                foreach (var row in list.Sections.SelectMany(section => section.Rows))
                    shown.Append("- ").Append(row.Title).Append(row.Description is null ? "" : ": " + row.Description).Append(" (").Append(row.Id).AppendLine(")");
                break;
            case CtaUrlMessage link:
                shown.AppendLine(link.Body);
                break;
            default:
                shown.Append('[').Append(reply.Type).AppendLine("]");
                break;
        }
    }
}
