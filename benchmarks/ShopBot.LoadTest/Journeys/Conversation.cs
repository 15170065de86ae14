using System.Globalization;
using System.Text.RegularExpressions;

namespace ShopBot.LoadTest.Journeys;

/// <summary>
/// One customer in one store: knows what it said, what must come back, and what the cart must hold. Not thread-safe: the ledger locks it.
/// </summary>
internal sealed partial class Conversation(int store, string phone, int seed)
{
    private const string Apology = "Sorry, something went wrong";
    private static readonly Step[] Journey =
    [
        Step.Greet, Step.Browse, Step.OpenCollection, Step.OpenProduct, Step.Add, Step.Search, Step.OpenProduct, Step.Add, Step.Cart, Step.Search, Step.OpenProduct, Step.Add,
        Step.Cart, Step.Checkout, Step.Change, Step.Empty,
    ];

    // Where somebody may go on who was greeted: nothing that was shown before is needed there.
    private static readonly int[] Entrances = [.. Enumerable.Range(0, Journey.Length).Where(at => Journey[at] is Step.Browse or Step.Search || (Journey[at], Journey[(at + 1) % Journey.Length]) == (Step.Cart, Step.Search))];

    private readonly Random _random = new(seed);
    private readonly List<Act> _open = [];
    private Dictionary<string, (string MessageId, string ChoiceId)> _choices = [];
    private string _lastText = "";
    private int _at = -1;
    private bool _hasEntered;
    private int _pieces;
    private int _searches = seed;

    /// <summary>Guards this conversation.</summary>
    public Lock Lock { get; } = new();

    public int Store { get; } = store;

    /// <summary>The phone's id at the emulator.</summary>
    public string Phone { get; } = phone;

    /// <summary>Whether the bot knows this customer: whatever somebody writes first is answered with the greeting.</summary>
    public bool IsKnown { get; private set; }

    /// <summary>Answers that have not come.</summary>
    public IReadOnlyList<Act> Open => _open;

    /// <summary>A POST of this customer was refused or lost on its way, so the order of arrival is not known.</summary>
    public bool IsOrderUnsure { get; set; }

    public string Number => Shelf.PhoneNumberId(Store);

    /// <summary>The next thing this customer does.</summary>
    public Act Next(bool mayCheckOut)
    {
        // Each customer goes on elsewhere after the first greeting, so that not all do the same at the same time.
        _at = _at == 0 && !_hasEntered && _choices.Count > 0 ? Entrances[_random.Next(Entrances.Length)] : (_at + 1) % Journey.Length;
        _hasEntered |= _at > 0;
        var step = Journey[_at];
        if (step == Step.Checkout && (!mayCheckOut || _random.Next(4) != 0))
            step = Journey[++_at];
        if (Make(step) is { } act)
            return act;

        // Something went wrong on the way, so the button is not there: begin anew.
        _at = 0;
        return Make(Step.Greet)!;
    }

    /// <summary>Words to search for, each another one than before.</summary>
    public Act NextSearch() => Make(Step.Search)!;

    public void Sent(Act act) => _open.Add(act);

    /// <summary>What came of a reply: the act it answers, when it answers one.</summary>
    public (Verdict Verdict, Act? Act) Take(Reply reply)
    {
        var text = reply.Text;
        var isForeign = Shelf.Marks(text + string.Concat(reply.Choices.Select(choice => choice.Title))).Any(mark => mark != Shelf.Mark(Store));
        var repeated = text == _lastText;
        (_lastText, IsKnown) = (text, true);
        if (isForeign)
            return (Verdict.WrongStore, TakeFirst());
        if (_open.Count == 0)
            return (Verdict.Doubled, null);
        if (reply.Choices.Count > 0)
        {
            // Only what was shown last: an older message may have left the phone's history.
            _choices = [];
            foreach (var (id, title) in reply.Choices)
                _choices[title] = (reply.MessageId, id);
        }

        if (text.StartsWith(Apology, StringComparison.Ordinal))
        {
            _choices = [];
            return (Verdict.Apology, TakeFirst());
        }

        var found = _open.FindIndex(act => text.Contains(act.Wanted, StringComparison.Ordinal));
        if (found < 0)
            return repeated ? (Verdict.Doubled, null) : (Verdict.Unexpected, TakeFirst());
        var answered = _open[found];
        _open.RemoveAt(found);
        if (!Holds(answered, text))
            return (Verdict.WrongEffect, answered);
        return (found == 0 || IsOrderUnsure ? Verdict.Right : Verdict.OutOfOrder, answered);
    }

    private Act? Make(Step step) => step switch
    {
        Step.Greet => Says(step, "hi", Shelf.Welcome(Store)),
        Step.Browse => Taps(step, title => title.EndsWith("Browse", StringComparison.Ordinal), "Pick a collection"),
        Step.OpenCollection => Taps(step, title => title.StartsWith("Lamps", StringComparison.Ordinal), "Here is what we have"),
        Step.OpenProduct => Taps(step, title => title.Contains(" lamp ", StringComparison.Ordinal), "lamp"),
        Step.Add => Taps(step, title => title == "Add to cart", "Added *"),
        Step.Cart => Says(step, "cart", _pieces == 0 ? "Your cart is empty" : "Your cart*"),
        Step.Search => Searches(),
        Step.Checkout => _pieces == 0 ? null : Says(step, "checkout", "Your checkout is ready"),
        Step.Change => Taps(step, title => title == "Change cart", "What would you like to change?"),
        _ => Taps(step, title => title == "Empty the cart", "Your cart is empty now"),
    };

    private Act Says(Step step, string text, string wanted) => new() { Customer = this, Step = step, Text = text, Wanted = wanted };

    private Act Searches()
    {
        var word = Shelf.Words[++_searches % Shelf.Words.Length];
        return Says(Step.Search, $"{word} lamp", $"“{word} lamp”");
    }

    private Act? Taps(Step step, Func<string, bool> wants, string wanted)
    {
        var titles = _choices.Keys.Where(wants).ToArray();
        if (titles.Length == 0)
            return null;
        var title = titles[_random.Next(titles.Length)];
        return new Act { Customer = this, Step = step, Tap = _choices[title], Wanted = step == Step.OpenProduct ? $"*{title}" : wanted };
    }

    /// <summary>Whether the answer shows the effects of all that was said, each once.</summary>
    private bool Holds(Act act, string text)
    {
        switch (act.Step)
        {
            case Step.Add:
                _pieces++;
                return Whole(AddedPieces(), text) is { } told && Check(told);
            case Step.Cart when _pieces > 0:
                return Check(CartLines().Matches(text).Sum(line => int.Parse(line.Groups[1].ValueSpan, CultureInfo.InvariantCulture)));
            case Step.Empty:
                _pieces = 0;
                _choices = [];
                return true;
            default:
                return true;
        }

        bool Check(int told)
        {
            var right = told == _pieces;
            _pieces = told;
            return right;
        }
    }

    private Act? TakeFirst()
    {
        if (_open.Count == 0)
            return null;
        var first = _open[0];
        _open.RemoveAt(0);
        return first;
    }

    private static int? Whole(Regex pattern, string text) =>
        pattern.Match(text) is { Success: true } match ? int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture) : null;

    [GeneratedRegex(@"Your cart: (\d+) ")]
    private static partial Regex AddedPieces();

    [GeneratedRegex(@"^(\d+) × ", RegexOptions.Multiline)]
    private static partial Regex CartLines();
}
