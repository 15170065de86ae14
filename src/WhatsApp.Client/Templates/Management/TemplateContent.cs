using System.Globalization;
using System.Text.Json;

namespace WhatsApp.Client;

/// <summary>
/// A text of a template with its variables and an example for each: <c>{{1}}</c>, <c>{{2}}</c> … in order, or <c>{{first_name}}</c> by name, never both.
/// A plain text converts by itself: <c>Body = "Thank you for your order."</c>.
/// </summary>
/// <param name="Text">The text; variables in double braces.</param>
/// <param name="Examples">One for each different variable, in the order they first stand in the text; reviewers see them.</param>
public sealed record TemplateContent(string Text, params IReadOnlyList<string> Examples)
{
    /// <summary>The different variables in the order they first stand in the text: <c>1</c>, <c>2</c> or names.</summary>
    public IReadOnlyList<string> Variables => VariableList.Of(Text).Names;

    /// <summary>Whether its variables have names.</summary>
    internal bool IsNamed => VariableList.Of(Text) is { Names.Count: > 0 } variables && !variables.IsNumbered(0);

    /// <summary>A text without variables.</summary>
    /// <param name="text">The text.</param>
    public static implicit operator TemplateContent(string text) => new(text);

    /// <summary>The name of the type only.</summary>
    public override string ToString() => nameof(TemplateContent);

    internal void Check(MessageChecks checks, MessagePath path, int maxLength, int maxVariables, bool needsWords)
    {
        checks.Required($"{path}.text", Text, maxLength);
        if (string.IsNullOrWhiteSpace(Text))
            return;
        var variables = VariableList.Of(Text);
        if (!variables.IsWellFormed)
            checks.Add($"{path}.text", MessageFaultKind.Malformed);
        checks.Count($"{path}.text.variables", variables.Names.Count, 0, maxVariables);
        checks.Count($"{path}.example", Examples.Count, variables.Names.Count, variables.Names.Count);
        for (var i = 0; i < Examples.Count; i++)
            checks.ParameterText($"{path}.example[{i}]", Examples[i], maxLength);
        if (!needsWords || variables.Names.Count == 0)
            return;
        if (variables.IsAtEdge)
            checks.Add($"{path}.text", MessageFaultKind.NotAllowed);
        if (variables.Words < (2 * variables.Count) + 1)
            checks.Add($"{path}.text.variables", MessageFaultKind.TooMany, Math.Max(0, variables.Words - 1) / 2, variables.Count);
    }

    internal void WriteBody(Utf8JsonWriter writer)
    {
        writer.WriteText("text"u8, Text);
        if (Variables.Count == 0)
            return;
        writer.WriteStartObject("example"u8);
        if (IsNamed)
        {
            WriteNamed(writer, "body_text_named_params"u8);
        }
        else
        {
            writer.WriteStartArray("body_text"u8);
            WriteTexts(writer);
            writer.WriteEndArray();
        }

        writer.WriteEndObject();
    }

    internal void WriteHeader(Utf8JsonWriter writer)
    {
        writer.WriteText("text"u8, Text);
        if (Variables.Count == 0)
            return;
        writer.WriteStartObject("example"u8);
        if (IsNamed)
        {
            WriteNamed(writer, "header_text_named_params"u8);
        }
        else
        {
            writer.WritePropertyName("header_text"u8);
            WriteTexts(writer);
        }

        writer.WriteEndObject();
    }

    private void WriteTexts(Utf8JsonWriter writer)
    {
        writer.WriteStartArray();
        foreach (var example in Examples)
            writer.WriteStringValue(example);
        writer.WriteEndArray();
    }

    private void WriteNamed(Utf8JsonWriter writer, ReadOnlySpan<byte> name)
    {
        writer.WriteStartArray(name);
        for (var i = 0; i < Variables.Count; i++)
        {
            writer.WriteStartObject();
            writer.WriteText("param_name"u8, Variables[i]);
            writer.WriteText("example"u8, i < Examples.Count ? Examples[i] : "");
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    /// <summary>What stands in double braces.</summary>
    internal sealed class VariableList
    {
        private readonly List<string> _names = [];
        private bool _isBroken;

        public IReadOnlyList<string> Names => _names;

        /// <summary>How many times a variable stands in the text.</summary>
        public int Count { get; private set; }

        /// <summary>Words that are no variables.</summary>
        public int Words { get; private set; }

        /// <summary>Whether the text begins or ends with a variable.</summary>
        public bool IsAtEdge { get; private set; }

        /// <summary>Numbers from 1 without a gap, or names of lower-case letters, digits and underscores; never both; every brace closed.</summary>
        public bool IsWellFormed
        {
            get
            {
                if (_isBroken || _names.Count == 0)
                    return !_isBroken;
                var numbers = Enumerable.Range(0, _names.Count).Count(IsNumbered);
                if (numbers == 0)
                    return _names.TrueForAll(static name => name.All(static c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '_'));
                return numbers == _names.Count
                    && _names.Select(static name => int.Parse(name, CultureInfo.InvariantCulture)).Order().SequenceEqual(Enumerable.Range(1, _names.Count));
            }
        }

        public static VariableList Of(string? text)
        {
            var list = new VariableList();
            if (text is not null)
                list.Read(text);
            return list;
        }

        public bool IsNumbered(int index) => _names[index].Length <= 4 && _names[index].All(char.IsAsciiDigit);

        private void Read(string text)
        {
            var rest = new System.Text.StringBuilder();
            var at = 0;
            var (first, last) = (-1, -1);
            while (text.IndexOf("{{", at, StringComparison.Ordinal) is var open && open >= 0)
            {
                var close = text.IndexOf("}}", open, StringComparison.Ordinal);
                rest.Append(text, at, open - at).Append(' ');
                var name = close < 0 ? "" : text[(open + 2)..close].Trim();
                if (name.Length == 0)
                {
                    _isBroken = true;
                    at = open + 2;
                    continue;
                }

                if (!_names.Contains(name))
                    _names.Add(name);
                Count++;
                if (first < 0)
                    first = open;
                last = close + 2;
                at = close + 2;
            }

            rest.Append(text, at, text.Length - at);
            Words = rest.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Count(static word => word.Any(char.IsLetterOrDigit));
            IsAtEdge = first >= 0 && (string.IsNullOrWhiteSpace(text[..first]) || string.IsNullOrWhiteSpace(text[last..]));
        }
    }
}
