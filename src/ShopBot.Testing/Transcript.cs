using System.Globalization;
using System.Text;
using ShopBot.Engine.Conversations;
using ShopBot.Engine.Storage;

namespace ShopBot.Testing;

/// <summary>
/// A conversation as a text file, for people who do not program. Each line begins with who does something:
/// <code>
/// # A remark.
/// store Demo Shop          before the first turn: store, locale, name, welcome, now 2026-11-23 12:00
/// > hi                     the person writes
/// >> and another thing     and writes on, before the bot answers
/// > [Browse]               the person taps
/// > [Browse] before        …the same title in an older message
/// > (image)                the person sends a picture, (location 52.5,13.4), (audio), …
/// &lt; What would you like?  the bot answers; further lines are indented by two spaces, an empty one is ¶
///   [Browse] [Cart]
/// * cart.updated {"lines":1}   a fact the turn logged
/// @ +61m                   the clock moves: s, m, h, d; timers fire
/// ! order.paid {"order":"1"}   something happens elsewhere
/// ! handoff                a person of the store takes over (! handback: the bot again)
/// ! down 20m               what comes next waits that long, because the host is down
/// ! crash                  the host dies at the end of the next turn, and it runs again
/// </code>
/// Everything the bot says and logs must stand there, nothing else.
/// </summary>
public static class Transcript
{
    /// <summary>Set to 1 to write what happens into the files instead of comparing; read the difference before you commit it.</summary>
    public const string ApproveVariable = "SHOPBOT_APPROVE_TRANSCRIPTS";

    /// <summary>Plays a file and compares.</summary>
    /// <param name="bot">The bot.</param>
    /// <param name="path">The file.</param>
    /// <param name="document">A stored conversation to go on from; null to begin one.</param>
    /// <exception cref="TranscriptException">It went another way; the message shows the first line that differs.</exception>
    public static async Task CheckAsync(Bot bot, string path, byte[]? document = null)
    {
        var expected = (await File.ReadAllTextAsync(path).ConfigureAwait(false)).ReplaceLineEndings("\n");
        var actual = await PlayAsync(bot, expected, document).ConfigureAwait(false);
        if (Environment.GetEnvironmentVariable(ApproveVariable) == "1")
            await File.WriteAllTextAsync(path, actual).ConfigureAwait(false);
        else
            Compare(Path.GetFileName(path), expected, actual);
    }

    /// <summary>Plays the person's part of a transcript and gives the transcript of what happened.</summary>
    /// <param name="bot">The bot.</param>
    /// <param name="transcript">The text; the bot's lines in it are not looked at.</param>
    /// <param name="document">A stored conversation to go on from; null to begin one.</param>
    /// <exception cref="TranscriptException">A line cannot be read, or there is nothing of that title to tap.</exception>
    public static async Task<string> PlayAsync(Bot bot, string transcript, byte[]? document = null)
    {
        ArgumentNullException.ThrowIfNull(bot);
        ArgumentNullException.ThrowIfNull(transcript);
        var played = new StringBuilder();
        var player = new TranscriptPlayer(bot, document);
        var lines = transcript.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            var line = lines[i];
            if (line.StartsWith('<') || line.StartsWith('*') || line.StartsWith("  ", StringComparison.Ordinal))
                continue;
            var burst = new List<string>();
            while (i + 1 < lines.Length && lines[i + 1].StartsWith(">> ", StringComparison.Ordinal))
                burst.Add(lines[++i]);
            played.Append(line).Append('\n');
            foreach (var more in burst)
                played.Append(more).Append('\n');
            try
            {
                if (await player.PlayAsync(line, [.. burst.Select(more => more[3..])]).ConfigureAwait(false))
                    player.Append(played);
            }
            catch (Exception e) when (e is FormatException or InvalidOperationException)
            {
                throw new TranscriptException($"Line {(i + 1).ToString(CultureInfo.InvariantCulture)}: {line}\n{e.Message}");
            }
        }

        return played.ToString();
    }

    private static void Compare(string name, string expected, string actual)
    {
        var (wanted, got) = (expected.TrimEnd('\n').Split('\n'), actual.TrimEnd('\n').Split('\n'));
        var line = 0;
        while (line < wanted.Length && line < got.Length && wanted[line] == got[line])
            line++;
        if (line == wanted.Length && line == got.Length)
            return;
        var from = Math.Max(0, line - 4);
        throw new TranscriptException(string.Create(CultureInfo.InvariantCulture, $"""
            {name}, line {line + 1}: it went another way.
            --- written
            {Shown(wanted, from, line)}
            --- happened
            {Shown(got, from, line)}
            To accept what happened: {ApproveVariable}=1
            """));
    }

    private static string Shown(string[] lines, int from, int marked) =>
        string.Join('\n', lines.Skip(from).Take(10).Select((text, i) => (from + i == marked ? "→ " : "  ") + text));
}

/// <summary>Plays line after line.</summary>
internal sealed class TranscriptPlayer(Bot bot, byte[]? document)
{
    private readonly TestSettings _settings = new();
    private TestConversation? _conversation;

    private TestConversation Conversation => _conversation ??= Begin();

    /// <returns>Whether something may have been answered.</returns>
    public async Task<bool> PlayAsync(string line, IReadOnlyList<string> burst)
    {
        if (line.Length == 0 || line[0] == '#')
            return false;
        var rest = line.Length > 1 ? line[1..].Trim() : "";
        switch (line[0])
        {
            case '>':
                await PersonAsync(rest, burst).ConfigureAwait(false);
                return true;
            case '@':
                await Conversation.PassAsync(Duration(rest)).ConfigureAwait(false);
                return true;
            case '!':
                return await HappensAsync(rest).ConfigureAwait(false);
            default:
                Set(line);
                return false;
        }
    }

    public void Append(StringBuilder played)
    {
        foreach (var reply in Conversation.Replies)
            played.Append("< ").Append(Indented(MessageRendering.Render(reply))).Append('\n');
        foreach (var raised in Conversation.Events)
            played.Append("* ").Append(raised.Kind).Append(' ').Append(Encoding.UTF8.GetString(raised.Payload.Span)).Append('\n');
    }

    /// <summary>An empty line is shown as ¶, so that no editor trims it away.</summary>
    private static string Indented(string text) => string.Join("\n  ", text.Split('\n').Select((line, i) => i > 0 && line.Length == 0 ? "¶" : line));

    private Task PersonAsync(string said, IReadOnlyList<string> burst)
    {
        if (said is ['[', ..] && said.LastIndexOf(']') is > 0 and var end)
            return Conversation.TapAsync(said[1..end], said[(end + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries).Count(word => word == "before"));
        return said is ['(', .. var kind, ')'] ? Conversation.SendAsync(kind) : Conversation.SayAsync([said, .. burst]);
    }

    private async Task<bool> HappensAsync(string what)
    {
        var parts = what.Split(' ', 2);
        switch (parts[0])
        {
            case "crash":
                Conversation.CrashNext();
                return false;
            case "down":
                Conversation.DownNext(Duration(parts.Length > 1 ? "+" + parts[1] : ""));
                return false;
            case "handoff":
                await Conversation.HappensAsync(ControlCommand.Kind, new ControlCommand(LaneControl.Human).ToUtf8Bytes()).ConfigureAwait(false);
                return true;
            case "handback":
                await Conversation.HappensAsync(ControlCommand.Kind, new ControlCommand(LaneControl.Bot).ToUtf8Bytes()).ConfigureAwait(false);
                return true;
            default:
                await Conversation.HappensAsync(parts[0], Encoding.UTF8.GetBytes(parts.Length > 1 ? parts[1] : "{}")).ConfigureAwait(false);
                return true;
        }
    }

    private void Set(string line)
    {
        var parts = line.Split(' ', 2, StringSplitOptions.TrimEntries);
        if (_conversation is not null || parts.Length < 2)
            throw new FormatException("A line begins with >, <, @, !, * or #; what is set is set before the first turn.");
        switch (parts[0])
        {
            case "store": _settings.StoreName = parts[1]; break;
            case "locale": _settings.Locale = parts[1]; break;
            case "name": _settings.ProfileName = parts[1]; break;
            case "phone": _settings.Phone = parts[1]; break;
            case "welcome": _settings.WelcomeMessage = parts[1]; break;
            case "now": _settings.Now = DateTimeOffset.Parse(parts[1], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal); break;
            default: throw new FormatException($"Nobody knows what '{parts[0]}' is. It may be store, locale, name, phone, welcome or now.");
        }
    }

    private static TimeSpan Duration(string text)
    {
        var amount = text.StartsWith('+') && text.Length > 2 && double.TryParse(text.AsSpan(1, text.Length - 2), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : -1;
        return (amount, text.Length > 0 ? text[^1] : ' ') switch
        {
            ( >= 0, 's') => TimeSpan.FromSeconds(amount),
            ( >= 0, 'm') => TimeSpan.FromMinutes(amount),
            ( >= 0, 'h') => TimeSpan.FromHours(amount),
            ( >= 0, 'd') => TimeSpan.FromDays(amount),
            _ => throw new FormatException("The clock moves by +90s, +15m, +2h or +3d."),
        };
    }

    private TestConversation Begin()
    {
        var conversation = new TestConversation(bot, _settings);
        if (document is not null)
            conversation.Resume(document);
        return conversation;
    }
}
