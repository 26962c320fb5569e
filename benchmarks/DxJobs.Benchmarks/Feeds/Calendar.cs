namespace DxJobs.Benchmarks.Feeds;

/// <summary>Days since 1970 and what falls on them.</summary>
internal static class Calendar
{
    public const double Minute = 60, Hour = 3_600, Day = 86_400;

    public static int DayOf(DateOnly date) => date.DayNumber - DateOnly.FromDateTime(DateTime.UnixEpoch).DayNumber;

    public static DateOnly DateOf(int day) => DateOnly.FromDayNumber(day + DateOnly.FromDateTime(DateTime.UnixEpoch).DayNumber);

    public static bool IsWeekday(int day) => DateOf(day).DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday);

    public static bool IsMonday(int day) => DateOf(day).DayOfWeek == DayOfWeek.Monday;

    public static bool IsFirstBusinessDay(int day) => IsWeekday(day) && (DateOf(day).Day == 1 || (IsMonday(day) && DateOf(day).Day <= 3));

    /// <summary>New Year, 1 May, 4 July, 26 November, 24, 25 and 31 December.</summary>
    public static bool IsHoliday(int day) =>
        (DateOf(day).Month, DateOf(day).Day) is (1, 1) or (5, 1) or (7, 4) or (11, 26) or (12, 24) or (12, 25) or (12, 31);

    /// <summary>The UTC offset of Central European time, in seconds.</summary>
    public static double CentralEuropeanOffset(int day)
    {
        var date = DateOf(day);
        return date >= LastSunday(date.Year, 3) && date < LastSunday(date.Year, 10) ? 2 * Hour : Hour;
    }

    /// <summary>The last Sunday of a month with 31 days.</summary>
    public static DateOnly LastSunday(int year, int month)
    {
        var last = new DateOnly(year, month, 31);
        return last.AddDays(-(int)last.DayOfWeek);
    }
}
