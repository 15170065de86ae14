using System.Text;

namespace ShopBot.TestSupport.Processes;

/// <summary>What a process wrote, both streams in the order of arrival. Thread-safe.</summary>
public sealed class OutputLog
{
    private readonly Lock _lock = new();
    private readonly StringBuilder _text = new();

    /// <summary>Everything so far.</summary>
    public string Text
    {
        get
        {
            lock (_lock)
                return _text.ToString();
        }
    }

    internal void Add(string? line)
    {
        if (line is null)
            return;
        lock (_lock)
            _text.AppendLine(line);
    }
}
