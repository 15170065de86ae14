namespace WhatsApp.Client;

/// <summary>Which choices stand on which page: ten where they are the last, else nine and the row that asks for more.</summary>
internal static class ChoicePages
{
    private const int MaxRows = 10;
    private const int RowsBeforeMore = MaxRows - 1;

    public static int Count(int choices) => choices <= MaxRows ? 1 : 1 + (choices - MaxRows + RowsBeforeMore - 1) / RowsBeforeMore;

    public static (int Start, int Count, bool HasMore) Page(int choices, int page)
    {
        var start = page * RowsBeforeMore;
        var left = choices - start;
        return left <= MaxRows ? (start, left, false) : (start, RowsBeforeMore, true);
    }
}
