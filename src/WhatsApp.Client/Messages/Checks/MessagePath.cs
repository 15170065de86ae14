using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace WhatsApp.Client;

/// <summary>
/// Where in a request something stands, such as <c>$"interactive.action.buttons[{i}].reply.title"</c>. Converts from text and from an
/// interpolated string, and becomes text only when a fault is found, so that a message without faults costs nothing to check.
/// </summary>
[InterpolatedStringHandler]
public ref struct MessagePath
{
    private Parts _parts;
    private int _count;

    /// <summary>Called by the compiler for an interpolated string.</summary>
    /// <param name="literalLength">Not used.</param>
    /// <param name="formattedCount">Not used.</param>
    public MessagePath(int literalLength, int formattedCount)
    {
    }

    /// <summary>A path that is known as text.</summary>
    /// <param name="path">The path, in the platform's names.</param>
    public static implicit operator MessagePath(string path)
    {
        var created = new MessagePath(0, 0);
        created.AppendLiteral(path);
        return created;
    }

    /// <summary>Adds text.</summary>
    /// <param name="value">A part of the path.</param>
    public void AppendLiteral(string value) => Append(new Part(value, -1));

    /// <summary>Adds text.</summary>
    /// <param name="value">A part of the path; null adds nothing.</param>
    public void AppendFormatted(string? value) => Append(new Part(value ?? "", -1));

    /// <summary>Adds an index.</summary>
    /// <param name="index">Zero-based.</param>
    public void AppendFormatted(int index) => Append(new Part("", index));

    /// <summary>Adds another path.</summary>
    /// <param name="path">The path to go on from.</param>
    public void AppendFormatted(scoped MessagePath path)
    {
        for (var i = 0; i < path._count; i++)
            Append(path._parts[i]);
    }

    /// <summary>The whole path as text.</summary>
    public readonly override string ToString()
    {
        var text = new StringBuilder();
        for (var i = 0; i < _count; i++)
            Write(text, _parts[i]);
        return text.ToString();
    }

    private static void Write(StringBuilder text, Part part)
    {
        text.Append(part.Text);
        if (part.Index >= 0)
            text.Append(CultureInfo.InvariantCulture, $"{part.Index}");
    }

    private void Append(Part part)
    {
        if (part.Text.Length == 0 && _count > 0 && _parts[_count - 1].Index < 0)
            _parts[_count - 1] = _parts[_count - 1] with { Index = part.Index };
        else if (_count < Parts.Length)
            _parts[_count++] = part;
        else
            Merge(part);
    }

    // A path deeper than any of the platform's: it becomes one text early.
    private void Merge(Part part)
    {
        var text = new StringBuilder(ToString());
        Write(text, part);
        _parts[0] = new Part(text.ToString(), -1);
        _count = 1;
    }

    private readonly record struct Part(string Text, int Index);

    [InlineArray(Length)]
    private struct Parts
    {
        public const int Length = 6;
        private Part _first;
    }
}
